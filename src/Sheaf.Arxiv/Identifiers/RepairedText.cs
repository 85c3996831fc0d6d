using System.Text;
using Sheaf.Arxiv.Identifiers.Repair;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>A stretch of a text as it is meant, with the way back to what is written.</summary>
internal sealed class RepairedText
{
    // Stretches are of a word and the next one, since a blank may stand behind a prefix. Text without blanks is read in parts, which
    // overlap
    // by more than any reference can need.
    private const int LongestStretch = 1024;
    private const int Overlap = 320;

    /// <summary>What is shorter is read whole.</summary>
    public const int LongestWhole = LongestStretch - Context;

    // What WordBoundary may look at before a word.
    private const int Context = 4;

    private readonly string _original;
    private readonly int _start;
    private readonly StringBuilder _read = new();

    // For each character read: where it begins and ends in the original; and for each of the original, where it is read, or -1.
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private readonly List<int> _readAt = [];
    private readonly List<(int At, Damage Damage)> _damage = [];
    private string? _text;

    private RepairedText(string original, int at) => (_original, _start) = (original, Math.Max(0, at - Context));

    /// <summary>What is read.</summary>
    public string Text => _text ??= _read.ToString();

    /// <summary>What it was read from.</summary>
    public string Original => _original;

    /// <summary>Up to where words may begin that are read whole.</summary>
    public int Next { get; private init; }

    /// <summary>Where the second line begins in what is read; null where there is one line.</summary>
    public int? Break { get; private set; }

    /// <summary>The stretch from a place on: its end, and up to where words may begin that are read whole in it.</summary>
    public static (int End, int Next) Extent(string text, int at)
    {
        var limit = Math.Min(text.Length, at + LongestStretch);
        var wordEnd = WordEnd(text, at, limit);
        return wordEnd < limit ? (WordEnd(text, wordEnd + 1, limit), wordEnd + 1)
            : limit == text.Length ? (limit, limit)
            : (limit, limit - Overlap);
    }

    /// <summary>Whether reading could differ from what is written.</summary>
    public static bool IsDamaged(ReadOnlySpan<char> text) => text.ContainsAnyExceptInRange('\0', '\x7f') || text.Contains('%');

    /// <summary>The stretch that holds the words from a place on.</summary>
    public static RepairedText Of(string text, int at)
    {
        var (end, next) = Extent(text, at);
        var reading = new RepairedText(text, at) { Next = next };
        reading.Append(reading._start, end);
        return reading;
    }

    /// <summary>A word that ends a line and one that begins the next, as one.</summary>
    public static RepairedText OfTwoLines(string text, Range first, Range second)
    {
        var reading = new RepairedText(text, first.Start.Value) { Next = first.End.Value };
        reading.Append(reading._start, first.End.Value);
        reading.JoinLines(first.End.Value, second.Start.Value);
        reading.Append(second.Start.Value, second.End.Value);
        return reading;
    }

    /// <summary>Whether a word that begins at this place of the original is read whole.</summary>
    public bool Covers(int at) => at >= _start && at < Next;

    private static int WordEnd(string text, int at, int limit)
    {
        while (at < limit && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private void Append(int start, int end)
    {
        for (var at = start; at < end;)
        {
            var (length, character, damage) = Folding.Read(_original, at, _read);
            if (damage is not null)
            {
                _damage.Add((at, damage));
            }

            Remember(at, length, character);
            at += length;
        }
    }

    private void JoinLines(int start, int end)
    {
        _damage.Add((start, Damage.LineBreak));
        Remember(start, end - start, null);
        Break = _read.Length;
    }

    /// <summary>What a form takes from the word that begins at this place of the original.</summary>
    public ReferenceMatch? Read(int at, ReferenceForm form) =>
        _readAt[at - _start] is >= 0 and var place && form(Text, place) is { } passage ? ReferenceMatch.Mended(this, place, passage) : null;

    /// <summary>The part of the original that was read as this.</summary>
    public Range Written(Range read)
    {
        var (start, length) = read.GetOffsetAndLength(Text.Length);
        return length == 0 ? _starts[start].._starts[start] : _starts[start].._ends[start + length - 1];
    }

    /// <summary>Whether the text goes on behind the last character read.</summary>
    public bool IsCut => Next < _ends[^1];

    /// <summary>What was mended, and where in the original, in its order.</summary>
    public IReadOnlyList<(int At, Damage Damage)> Mended => _damage;

    private void Remember(int at, int length, char? character)
    {
        while (_readAt.Count < at - _start)
        {
            _readAt.Add(-1);
        }

        _readAt.Add(character is null ? -1 : _read.Length);
        for (var rest = 1; rest < length; rest++)
        {
            _readAt.Add(-1);
        }

        if (character is { } shown)
        {
            _read.Append(shown);
            _starts.Add(at);
            _ends.Add(at + length);
        }
    }
}
