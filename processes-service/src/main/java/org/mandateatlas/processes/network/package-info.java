/** The network that processes knit between institutions, and the descent of processes from one another. */
@NullMarked
package org.mandateatlas.processes.network;

import org.jspecify.annotations.NullMarked;
