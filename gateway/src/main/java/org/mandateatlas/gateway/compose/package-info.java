/** Composite responses: reads from several upstreams at once, merged into one response that lists the parts that are missing. */
@NullMarked
package org.mandateatlas.gateway.compose;

import org.jspecify.annotations.NullMarked;
