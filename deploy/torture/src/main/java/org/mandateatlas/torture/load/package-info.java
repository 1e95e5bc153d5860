/** The clients of a torture test. */
@NullMarked
package org.mandateatlas.torture.load;

import org.jspecify.annotations.NullMarked;
