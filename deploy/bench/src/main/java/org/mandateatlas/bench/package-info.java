/** Benchmarks of what the suite must bear, that anyone can run. */
@NullMarked
package org.mandateatlas.bench;

import org.jspecify.annotations.NullMarked;
