using Sheaf.Arxiv.Identifiers.Repair;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// One pass over a text. It stops only at the few characters that no reference lacks, and reads from the beginning of the word they stand
/// in; each place of the text is tried at most once.
/// </summary>
internal sealed class TextScan(string text)
{
    // No reference needs more before the first of its anchors.
    private const int LongestWord = 256;

    private const int LongestSpelledDot = 20;

    private readonly AnchorSearch _anchors = new(text);
    private readonly List<FoundReference> _found = [];
    private RepairedText? _mended;
    private RepairedText? _joined;
    private int _joinedTo;
    private bool _hasDamage;
    private int _examinedTo;

    public List<FoundReference> Run()
    {
        var done = 0;
        while (_anchors.Next(done) is >= 0 and var anchor)
        {
            for (done = WordBegin(anchor, done); done <= anchor;)
            {
                done = ReadAt(done);
            }
        }

        return _found;
    }

    private int WordBegin(int anchor, int done)
    {
        var least = Math.Max(done, anchor - LongestWord);
        var at = anchor;
        while (at > least && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return text.AsSpan(at).StartsWith("org/", StringComparison.OrdinalIgnoreCase) ? HostBegin(at, least) : at;
    }

    // arxiv dot org/abs/2405.00208
    private int HostBegin(int at, int least) =>
        text.LastIndexOf("arxiv", at, Math.Min(LongestSpelledDot, at - least + 1), StringComparison.OrdinalIgnoreCase) is >= 0 and var begin
            ? begin
            : at;

    // Answers where to go on.
    private int ReadAt(int at)
    {
        if (char.IsAscii(text[at]) && !char.IsAsciiLetterOrDigit(text[at]) && text[at] != '/')
        {
            return at + 1;
        }

        var taken = HasDamage(at) ? ReadMended(at) : ReadAsWritten(at);
        if (taken is not { Found.Reference: not null } && ReadAcrossLines(at) is { } whole)
        {
            taken = whole;
        }

        if (taken?.Found is { } found)
        {
            _found.Add(found);
        }

        return taken?.End ?? at + 1;
    }

    private ReferenceMatch? ReadAsWritten(int at) =>
        ReferenceForms.Read(text, at) is { } passage ? ReferenceMatch.AsWritten(text, at, passage) : null;

    // What can be mended goes before what can be read as written: a version may stand behind an invisible character. Where mending makes no
    // reference, an invisible character may have been the space that divides one from the text around it. Of a very long address only the
    // beginning was mended.
    private ReferenceMatch? ReadMended(int at)
    {
        _mended = _mended?.Covers(at) == true ? _mended : RepairedText.Of(text, at);
        var mended = _mended.Read(at, ReferenceForms.Read);
        var isForeign = mended is { Found: null } foreign && foreign.End - at < RepairedText.LongestWhole;
        return isForeign || mended is { Found.Reference: not null } ? mended
            : ReadAsWritten(at) is { Found.Reference: not null } written ? written
            : mended;
    }

    private ReferenceMatch? ReadAcrossLines(int at)
    {
        if (at >= _joinedTo)
        {
            (_joined, _joinedTo) = LineJoin.Over(text, at);
        }

        return _joined is null ? null : LineJoin.Read(_joined, at);
    }

    // Examined a stretch at a time, for the stretches overlap.
    private bool HasDamage(int at)
    {
        if (at >= _examinedTo)
        {
            var (end, next) = RepairedText.Extent(text, at);
            _hasDamage = RepairedText.IsDamaged(text.AsSpan(at, end - at));
            _examinedTo = next;
        }

        return _hasDamage;
    }
}
