/** Benchmarks of the suite. */
@NullMarked
package org.mandateatlas.bench;

import org.jspecify.annotations.NullMarked;
