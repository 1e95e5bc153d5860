/** Publication of committed revisions to Kafka. */
@NullMarked
package org.mandateatlas.registry.relay;

import org.jspecify.annotations.NullMarked;
