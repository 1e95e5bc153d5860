/** Differences between two dates of valid time or two instants of record time. */
@NullMarked
package org.mandateatlas.registry.diff;

import org.jspecify.annotations.NullMarked;
