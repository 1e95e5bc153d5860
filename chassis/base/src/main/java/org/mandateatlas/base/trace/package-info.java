/** Which trace something belongs to, as W3C Trace Context says it, across HTTP, the log and Kafka. */
@NullMarked
package org.mandateatlas.base.trace;

import org.jspecify.annotations.NullMarked;
