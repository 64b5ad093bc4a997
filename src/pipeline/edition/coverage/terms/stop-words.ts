import { fold } from '../../../../model/search/fold.ts';
import { stemOf } from './report-terms.ts';

/**
 * Words that say nothing about an event, by language. Counting finds most of them in large papers. In small ones, and in
 * headlines of a form that few use, such as "Everything you need to know about …", they would weigh as much as names.
 */
const STOP_WORDS: Record<string, string> = {
  en: `a about after again against all also am amid an and any are as at be because been before behind being below best between
    big both briefing but by can could day days did do does doing down during each editor evening every everything explained
    explainer few first for from further get gets guide had has have having he her here hers him his how i if in inside into is
    it its just know latest letters like live look made make makes many may might month months more morning most much must my
    need needs new news next no nor not now of off on once one only or other our out over own people re read report reported
    reports s said same say says see set she should so some still story such t take takes than that the their them then there
    these they thing things this those three through time to today told tomorrow too top two under until up update updates us
    very was watch way we week weeks were what when where which while who whom why will with would year years yesterday you your
    monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december`,
  de: `aber alle allem allen alles als also am an auch auf aus bei beim bin bis bist da damit dann das dass dein dem den denn der
    des die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es für gegen haben hat
    hatte ich ihr ihre ihrem ihren ihrer im in ist ja jede jeder jetzt kann kein keine können live mehr mit morgen muss nach
    nicht neue neuen neuer nichts noch nun nur ob oder ohne sein seine seinem seinen seiner seit sich sie sind so soll sollen
    über überblick um und uns unter vom von vor war waren warum was weil wenn wer werden wie wieder will wir wird wissen
    worden wurde wurden zu zum zur zwei zwischen
    heute gestern tag tage woche wochen monat jahr jahre uhr
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    januar februar märz april mai juni juli august september oktober november dezember`,
  fr: `a à au aussi autre aux avant avec c ce ces cet cette comme comment contre d dans de depuis des deux doit du elle elles en
    encore entre est et été être fait faut ils il j je jour jours l la le les leur leurs lui m mais même mois n ne nos notre
    nous nouveau nouvelle on ont ou où par pas peut plus pour pourquoi qu quand que quel quelle qui quoi s sa sans savoir se sera
    ses si son sont sous sur t tous tout toute très trois un une vers vos votre vous y
    direct aujourd hui demain hier semaine an ans année
    lundi mardi mercredi jeudi vendredi samedi dimanche
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre`,
  es: `a al algo ante antes así aún año años cada como cómo con contra cual cuál cuando de del desde después día días donde dos
    durante e el él ella en entre era es esa ese eso esta está están este esto fue ha había han hasta hay hoy la las le les lo
    los más mayor me mes mi muy nada ni no nos nueva nuevo o otra otro para pero por porque primer puede que qué quien quién se
    semana ser si sí sin sobre son su sus también tan tiene todo todos tras tres tu última último un una uno vivo y ya
    ayer mañana saber
    lunes martes miércoles jueves viernes sábado domingo
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre`,
  it: `a ad ai al alla alle allo anche anni anno c che chi ci come con contro cosa così da dai dal dalla dalle dei del della delle
    dello di dopo dove due e è ed ecco era fra già giorni giorno gli ha hanno i il in io l la le lei lo loro lui ma me mese mi
    molto ne nei nel nella nelle no noi non nuova nuovo o oggi ogni ora per perché più poi prima può quale quando quanto quello
    questa questo qui sa sapere se sei senza si sia sono su sua sue sui sul sulla suo tra tre tutti tutto un una uno vi
    diretta domani ieri settimana
    lunedì martedì mercoledì giovedì venerdì sabato domenica
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre`,
  nl: `aan al alle alles als ben bij dag dagen dan dat de deze die dit door dus een eerste en er ga gaan geen haar had hebben heb
    heeft het hier hij hoe hun ik in is ja jaar je jij kan komt kunnen maand maar meer met mijn moet na naar niet nieuwe nog nu
    of om omdat ons ook op over per te tegen toch toen tot tussen twee u uit uur van veel voor vragen waar waarom was wat we
    week weer weten werd wie wij wil wordt worden ze zich zij zijn zo zonder
    vandaag morgen gisteren live
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    januari februari maart april mei juni juli augustus september oktober november december`,
  pt: `a à ao aos ano anos ante antes após as às até com como contra da das de dela dele depois desde dia dias do dois dos duas e é
    ela ele em entre era essa esse esta está estão este eu foi há isso isto já lhe mais mas me mês mesmo meu muito na nas não
    nem no nos nova novo o onde os ou para pela pelas pelo pelos por porque primeiro pode qual quando que quem saber se seja sem
    ser será seu seus são só sobre sua suas também tem todo todos três um uma umas uns vai veja você vivo
    hoje amanhã ontem semana
    segunda terça quarta quinta sexta sábado domingo feira
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro`,
  ru: `а без более бы был была были было быть в вам вас во вот все всех всё вы где год года году да для до его ее её если есть еще
    ещё же за и из или им их к как какие когда кто ли лет мы на над не него нет но ну о об один он она они от по под после при
    про раз с сам свой себя со так также там те то только том тот три ты у уже что чтобы чем через эта эти это этого этой
    этом
    сегодня вчера завтра день дня дней неделя недели месяц стало известно рассказал рассказали заявил сообщил
    понедельник вторник среда четверг пятница суббота воскресенье
    января февраля марта апреля мая июня июля августа сентября октября ноября декабря`,
};

const known = new Map<string, ReadonlySet<string>>();

/** The terms of the stop words of a language, see `reportTerms`. None for other languages than those above. */
export function stopTerms(language: string): ReadonlySet<string> {
  const existing = known.get(language);
  if (existing) return existing;
  const terms = new Set((STOP_WORDS[language] ?? '').split(/\s+/).flatMap((word) => stemOf(fold(word)) || []));
  known.set(language, terms);
  return terms;
}
