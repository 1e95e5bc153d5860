/** What every answer has, whoever gives it: a request id, security headers, permission to be read from any origin. */
@NullMarked
package org.mandateatlas.gateway.http;

import org.jspecify.annotations.NullMarked;
