/** Snapshots of the whole registry at a pair of times. */
@NullMarked
package org.mandateatlas.gateway.snapshot;

import org.jspecify.annotations.NullMarked;
