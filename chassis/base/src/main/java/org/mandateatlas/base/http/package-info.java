/** HTTP requests: query parameters and their values. */
@NullMarked
package org.mandateatlas.base.http;

import org.jspecify.annotations.NullMarked;
