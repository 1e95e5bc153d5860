/** Meetings: when and where a process met. */
@NullMarked
package org.mandateatlas.processes.meeting;

import org.jspecify.annotations.NullMarked;
