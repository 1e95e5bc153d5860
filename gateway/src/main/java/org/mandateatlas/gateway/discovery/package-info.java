/** Entry points: start page, API catalog, problem types. */
@NullMarked
package org.mandateatlas.gateway.discovery;

import org.jspecify.annotations.NullMarked;
