/** Meetings of processes. */
@NullMarked
package org.mandateatlas.processes.meeting;

import org.jspecify.annotations.NullMarked;
