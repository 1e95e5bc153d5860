// Follows a live feed with the npm package eventsource and prints the data of each event, up to and including the last one.
//
//   eventsource.mjs <address of the feed> <note of the last event>
import { EventSource } from "eventsource";

const [address, last] = process.argv.slice(2);
const source = new EventSource(address);
source.onopen = () => console.error("open");
source.onerror = ({ message }) => console.error(source.readyState === EventSource.CLOSED ? "closed:" : "reconnecting:", message);
source.onmessage = ({ data }) => {
  console.log(data);
  if (JSON.parse(data).data.note === last) {
    source.close();
  }
};
