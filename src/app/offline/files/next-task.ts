/**
 * Lets the browser handle input and paint before the work goes on. Answers of a cache can come one after the other in one
 * task. Unlike a timer, a message is not delayed.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
