namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// One form in which references occur, or what looks like one. It is asked where a word begins, answers null where the text does not have
/// its form, and must not look further ahead than a bounded distance unless it takes what it has looked at.
/// </summary>
internal delegate Passage? ReferenceForm(string text, int at);

/// <summary>The part of a text that a form takes for itself.</summary>
/// <param name="Length">At least 1.</param>
/// <param name="Found">Null where the passage is known and is no reference.</param>
internal readonly record struct Passage(int Length, FoundReference? Found)
{
    public static Passage Of(string text, int at, int end, EprintReference reference) =>
        new(end - at, new(at, end - at, text[at..end], reference, null));

    public static Passage Malformed(string text, int at, int end, string problem) =>
        new(end - at, new(at, end - at, text[at..end], null, problem));
}
