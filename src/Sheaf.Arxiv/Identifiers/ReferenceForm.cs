namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// One form in which references occur, or what looks like one. It is asked where a word begins, answers null where the text does not have
/// its form, and must not look further ahead than a bounded distance unless it takes what it has looked at.
/// </summary>
internal delegate CandidateSpan? ReferenceForm(string text, int at);
