/** The faults of a torture test. */
@NullMarked
package org.mandateatlas.torture.fault;

import org.jspecify.annotations.NullMarked;
