/** Imprecise dates, periods, and the two times of a read. */
@NullMarked
package org.mandateatlas.base.time;

import org.jspecify.annotations.NullMarked;
