/** What several kinds of document say of something: figures, remarks, arguments, how far something binds. */
@NullMarked
package org.mandateatlas.processes.fact;

import org.jspecify.annotations.NullMarked;
