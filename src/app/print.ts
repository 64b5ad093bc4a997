import './print.css';

/*
 * What only printing needs. It loads on the first interaction; a page that is printed before that hides its bars and is
 * printed as it is on the screen otherwise.
 */

/** CSS prints the address at the end of the page. It changes as the reader navigates. */
function writeAddress(): void {
  document.body.dataset.address = location.href;
}

writeAddress();
window.addEventListener('beforeprint', writeAddress);
