/** The way of committed revisions to Kafka. */
@NullMarked
package org.mandateatlas.chassis.relay;

import org.jspecify.annotations.NullMarked;
