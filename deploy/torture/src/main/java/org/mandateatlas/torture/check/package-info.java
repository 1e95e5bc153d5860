/** The checker of a torture test: a pure function of the journals and of the final state. */
@NullMarked
package org.mandateatlas.torture.check;

import org.jspecify.annotations.NullMarked;
