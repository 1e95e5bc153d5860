/** Settings of Kafka clients. */
@NullMarked
package org.mandateatlas.base.kafka;

import org.jspecify.annotations.NullMarked;
