/** W3C Trace Context across HTTP, the log and Kafka. */
@NullMarked
package org.mandateatlas.base.trace;

import org.jspecify.annotations.NullMarked;
