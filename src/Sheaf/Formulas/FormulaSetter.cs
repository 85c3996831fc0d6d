using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Sheaf.Text;

namespace Sheaf.Formulas;

/// <summary>
/// Turns formulas in TeX into MathML, for any number of threads. Equal formulas give equal results, whatever was set before and on
/// whichever machine; the engine is loaded when the first formula is.
/// </summary>
internal sealed class FormulaSetter : IDisposable
{
    /// <summary>Longer TeX is none that an abstract would have: the longest of 1,386 real formulas has 124 characters.</summary>
    public const int Longest = 1_000;

    /// <summary>An engine that went over a limit is thrown away; another one takes as long as so many statements.</summary>
    private const int CostOfAnEngine = 60_000;

    /// <summary>What results may take up in memory, in bytes, and each of them beside its text.</summary>
    private const int Kept = 4 * 1024 * 1024, Overhead = 200;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Kept, CompactionPercentage = 0.5 });
    private readonly Lock _turn = new();
    private TemmlEngine? _engine;

    /// <summary>That of the whole program: an engine takes 0.3 s to load, and 9 MB.</summary>
    public static FormulaSetter Shared { get; } = new();

    /// <summary>How many engines were loaded so far.</summary>
    public int Engines { get; private set; }

    /// <param name="tex">Without its dollars.</param>
    /// <param name="isDisplayed">Whether it stands on a line of its own.</param>
    public FormulaResult Set(string tex, bool isDisplayed)
    {
        if (tex.Length > Longest || !IsText(tex))
        {
            return new(null, 0);
        }

        if (_cache.Get((tex, isDisplayed)) is FormulaResult known)
        {
            return known;
        }

        FormulaResult result;
        lock (_turn)
        {
            result = SetAnew(tex, isDisplayed);
        }

        var size = Overhead + (2 * (tex.Length + (result.Math?.Markup.Length ?? 0)));
        return _cache.Set((tex, isDisplayed), result, new MemoryCacheEntryOptions { Size = size });
    }

    /// <summary>Loads the engine beside what the caller does next, where it is not loaded yet.</summary>
    public void Prepare() => _ = Task.Run(() =>
    {
        lock (_turn)
        {
            Load();
        }
    });

    public void Dispose()
    {
        _cache.Dispose();
        _engine?.Dispose();
    }

    private FormulaResult SetAnew(string tex, bool isDisplayed)
    {
        var engine = Load();
        var markup = engine.Render(tex, isDisplayed);
        if (engine.IsSpent)
        {
            engine.Dispose();
            _engine = null;
            return new(null, StatementBudget.Most + CostOfAnEngine);
        }

        return new(markup is null ? null : MathMarkup.Read(markup), engine.Cost);
    }

    private TemmlEngine Load()
    {
        if (_engine is null)
        {
            _engine = new();
            Engines++;
        }

        return _engine;
    }

    /// <summary>Something is there, every surrogate has its other half, and nothing is invisible but blanks.</summary>
    private static bool IsText(string tex)
    {
        var isEmpty = true;
        for (int at = 0, length; at < tex.Length; at += length)
        {
            if (!Rune.TryGetRuneAt(tex, at, out var rune)
                || (InvisibleCharacters.Contain(rune) && rune.Value is not ('\n' or '\t')))
            {
                return false;
            }

            length = rune.Utf16SequenceLength;
            isEmpty &= Rune.IsWhiteSpace(rune);
        }

        return !isEmpty;
    }
}

/// <summary>What became of a formula.</summary>
/// <param name="Math">Null where it is to be shown as TeX.</param>
/// <param name="Cost">In statements of the script, whether or not it was known already.</param>
internal sealed record FormulaResult(MathMarkup? Math, int Cost);
