/** The one API description, as a document and as a page to try it on. */
@NullMarked
package org.mandateatlas.gateway.openapi;

import org.jspecify.annotations.NullMarked;
