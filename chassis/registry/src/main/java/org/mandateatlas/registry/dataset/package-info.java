/** The bundled dataset's way into the registry. */
@NullMarked
package org.mandateatlas.registry.dataset;

import org.jspecify.annotations.NullMarked;
