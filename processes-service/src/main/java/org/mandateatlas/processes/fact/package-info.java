/** Values shared by several kinds of documents. */
@NullMarked
package org.mandateatlas.processes.fact;

import org.jspecify.annotations.NullMarked;
