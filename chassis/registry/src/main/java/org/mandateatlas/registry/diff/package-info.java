/** Differences: documents that changed between two days, or whose record changed between two instants. */
@NullMarked
package org.mandateatlas.registry.diff;

import org.jspecify.annotations.NullMarked;
