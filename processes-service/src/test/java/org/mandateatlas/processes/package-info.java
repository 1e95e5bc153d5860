/** The service as its users meet it: over HTTP and Kafka, on a real PostgreSQL and a real broker. */
@NullMarked
package org.mandateatlas.processes;

import org.jspecify.annotations.NullMarked;
