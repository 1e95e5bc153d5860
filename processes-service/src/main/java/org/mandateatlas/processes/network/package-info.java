/** The network of institutions and processes, and the lineage of processes. */
@NullMarked
package org.mandateatlas.processes.network;

import org.jspecify.annotations.NullMarked;
