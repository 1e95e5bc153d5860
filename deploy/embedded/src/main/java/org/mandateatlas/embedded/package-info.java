/** Embedded PostgreSQL and Kafka servers from Maven artifacts. */
@NullMarked
package org.mandateatlas.embedded;

import org.jspecify.annotations.NullMarked;
