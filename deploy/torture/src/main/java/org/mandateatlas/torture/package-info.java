/** Torture test of the suite: faults under load, and a proof that nothing is lost. */
@NullMarked
package org.mandateatlas.torture;

import org.jspecify.annotations.NullMarked;
