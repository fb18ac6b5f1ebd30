// Package detect applies heuristics to articles, compares the articles that
// tell one story, and scores them. The whole pipeline, one type an arrow:
//
//	bytes → article.Article → Document (with its foreign passages)
//	      → findings, origin → stories → scores → Result
//
// The engine knows no heuristic and no report format: package heuristics hands
// it values, package reports turns a Result into a report.
package detect
