/** What the tool may call afterwards: tokens, line items, scores, results. */
package practicelms.service;
