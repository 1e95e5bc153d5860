/** Outputs: what came out of a process. */
@NullMarked
package org.mandateatlas.processes.output;

import org.jspecify.annotations.NullMarked;
