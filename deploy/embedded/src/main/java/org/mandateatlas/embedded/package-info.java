/** A real PostgreSQL and a real Kafka broker, started from Maven artifacts. */
@NullMarked
package org.mandateatlas.embedded;

import org.jspecify.annotations.NullMarked;
