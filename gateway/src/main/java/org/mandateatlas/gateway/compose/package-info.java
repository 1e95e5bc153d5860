/** One answer out of many reads: in parallel, within a deadline, and without what cannot be had. */
@NullMarked
package org.mandateatlas.gateway.compose;

import org.jspecify.annotations.NullMarked;
