/** The bundled dataset's way into the registry. */
@NullMarked
package org.mandateatlas.chassis.dataset;

import org.jspecify.annotations.NullMarked;
