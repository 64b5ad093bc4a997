import { expect, test } from 'vitest';
import { BODY_TAGS } from '../../../../../src/model/body.ts';
import { elementsOf, textIn } from '../../../../support/body-tree.ts';
import { articleOf } from '../../../../support/content-folder.ts';

/** Bodies that try to run code, to load something, or to escape from their place. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '<script src=//evil.example/x.js></script>',
  '<SCRIPT>alert(1)</SCRIPT >',
  '<scr<script>ipt>alert(1)</script>',
  '<script\n>alert(1)</script\n>',
  '<script/x>alert(1)</script>',
  'a <script>alert(1)</script> b',
  'a <script>alert(1) *b*',
  '<<script>alert(1)//<</script>',
  '<img src=x onerror=alert(1)>',
  '<img src=x onerror=alert(1)//',
  '<img src="javascript:alert(1)">',
  '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
  '<img src=`javascript:alert(1)`>',
  '<img """><script>alert(1)</script>">',
  '<img src="https://a.example/x.png" onload="alert(1)" style="background:url(javascript:alert(1))">',
  '<img srcset="javascript:alert(1) 1x" src=https://a.example/x.png>',
  '<picture><source srcset="data:text/html,x" onerror=alert(1)><img src=https://a.example/x.png></picture>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" javascript:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#x6a;avascript:alert(1)">x</a>',
  '<a href="&#0000106avascript:alert(1)">x</a>',
  '<a href="\u0001javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="blob:https://a.example/1">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="https://user:pass@evil.example/">x</a>',
  '<a href="https://a.example/" onclick="alert(1)" target=_blank ping=//evil.example>x</a>',
  '<a href=mailto:a@b.example?subject=x%0Abcc:y>x</a>',
  '[x](javascript:alert(1))',
  '[x](java\\\nscript:alert(1))',
  '[x](&#106;avascript:alert&#40;1&#41;)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '![x](javascript:alert(1))',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<math href="javascript:alert(1)">x</math>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><img src=x onerror=alert(1)></template>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>">',
  '<title><img title="</title><img src=x onerror=alert(1)>">',
  '<xmp><img title="</xmp><img src=x onerror=alert(1)>">',
  '<style>@import "//evil.example/x.css"; body { background: url(javascript:alert(1)) }</style>',
  '<p style="position:fixed;inset:0;background:url(//evil.example/x)">x</p>',
  '<div class="fixed inset-0" style="width:expression(alert(1))">x</div>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<base href="//evil.example/">',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="https://evil.example/?https://www.youtube.com/embed/dQw4w9WgXcQ" onload=alert(1)></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<applet code=x></applet>',
  '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
  '<input autofocus onfocus=alert(1)>',
  '<select onfocus=alert(1) autofocus><option>x</select>',
  '<details open ontoggle=alert(1)><summary>x</summary></details>',
  '<video src=x onerror=alert(1)><source src="javascript:alert(1)"></video>',
  '<audio src="javascript:alert(1)" autoplay></audio>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<body onload=alert(1)>x</body>',
  '<p id="root" name="main">x</p><a id="page-data" name="location">y</a>',
  '# x {#root}\n\n<h2 id="main">y</h2>',
  '<form id=document><input name=cookie></form>',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!--[if IE]><script>alert(1)</script><![endif]-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><x onclick=alert(1)>y</x>',
  '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  '<table><td><script>alert(1)</script><a href="javascript:alert(1)">x</a>',
  '{{< figure src="javascript:alert(1)" link="javascript:alert(1)" caption="<script>alert(1)</script>" >}}',
  '{{< youtube "x\\"><script>alert(1)</script>" >}}',
  '{% gist "\\"><script>alert(1)</script>" %}',
  '[[javascript:alert(1)|x]] ![[x.png|<img src=x onerror=alert(1)>]]',
  '[x](wiki:javascript:alert(1))',
  '> [!"><script>alert(1)</script>] x',
  ':::note[<img src=x onerror=alert(1)>]\ny\n:::',
  '<blockquote data-callout="&quot; onclick=alert(1)">x</blockquote>',
  '<td colspan="1 onclick=alert(1)" align="x">y</td>',
  '<ol start="1 onclick=alert(1)"><li value=2>x</li></ol>',
];

const ATTRIBUTES =
  'tag id href to note src alt title width height start checked align colSpan rowSpan callout video children';

test.each(ATTACKS)('is harmless: %s', (attack) => {
  const { article } = articleOf('', `Before.\n\n${attack}\n\nAfter.`);
  const elements = elementsOf(article?.body);
  for (const element of elements) {
    expect(BODY_TAGS).toContain(element.tag);
    expect(ATTRIBUTES.split(' ')).toEqual(expect.arrayContaining(Object.keys(element)));
    if (element.href !== undefined) expect(element.href).toMatch(/^(?:https?:\/\/[^@]*$|mailto:|#b-|#top$)/);
    if (element.src !== undefined) expect(element.src).toMatch(/^https:\/\//);
    if (element.to !== undefined) expect(element.to).toMatch(/^\/articles\//);
    if (element.id !== undefined) expect(element.id).toMatch(/^b-/);
    if (element.callout !== undefined) expect(element.callout).toMatch(/^[\w-]+$/);
    if (element.video) expect(element.video.id).toMatch(/^[\w-]+$/);
  }
  expect(textIn(article?.body)).toMatch(/^Before\./);
});
