using System.Collections;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>Where the formulas of a line lie, and which of its braces outside of them make pairs.</summary>
internal sealed class BibtexStructure
{
    /// <summary>Deeper pairs are text: programs that read BibTeX take braces within braces one inside the other.</summary>
    private const int Deepest = 8;

    private readonly Dictionary<int, int> _math = [];
    private readonly BitArray _group;

    private BibtexStructure(int length) => _group = new BitArray(length);

    /// <summary>The place after the formula that begins here; null where none does that may stay.</summary>
    public int? MathAt(int at) => _math.TryGetValue(at, out var end) ? end : null;

    /// <summary>Whether the brace here has its other half, and both are meant to hold words together.</summary>
    public bool IsGroup(int at) => _group[at];

    public static BibtexStructure Of(string line)
    {
        var structure = new BibtexStructure(line.Length);
        var open = new Stack<int>();
        for (var at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case '\\':
                    at++;
                    break;
                case '$':
                    at = structure.SkipMath(line, at);
                    break;
                case '{':
                    open.Push(at);
                    break;
                case '}' when open.TryPop(out var start):
                    structure._group[start] = structure._group[at] = open.Count < Deepest;
                    break;
            }
        }

        return structure;
    }

    /// <returns>The last place of what was skipped: a formula, harmless or not, or only the dollar.</returns>
    private int SkipMath(string line, int at)
    {
        if (TexMath.EndOf(line, at) is not { } end)
        {
            return at;
        }

        if (BibtexMath.IsHarmless(line.AsSpan(at, end - at).Trim('$')))
        {
            _math[at] = end;
        }

        return end - 1;
    }
}
