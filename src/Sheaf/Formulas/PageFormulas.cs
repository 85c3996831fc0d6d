namespace Sheaf.Formulas;

/// <summary>
/// The formulas of one page, in its order. What a page may cost is bounded; formulas behind that are shown as TeX, always the same ones.
/// </summary>
internal sealed class PageFormulas
{
    /// <summary>
    /// In statements: some 5,000 formulas of real abstracts, or 30 that were made to take as long as they may; two to three seconds.
    /// </summary>
    public const int Allowance = 8_000_000;

    private readonly FormulaSetter? _setter;
    private int _spent;

    private PageFormulas(FormulaSetter? setter) => _setter = setter;

    /// <summary>Every formula is shown as TeX.</summary>
    public static PageFormulas AsTex { get; } = new(null);

    /// <summary>For a page that is begun.</summary>
    public static PageFormulas Begin() => new(FormulaSetter.Shared);

    /// <summary>For a page that is begun: where it will have formulas, the engine is loaded while its other parts are made.</summary>
    /// <param name="texts">Some of its texts.</param>
    public static PageFormulas Begin(IEnumerable<string?> texts)
    {
        if (texts.Any(text => text?.Contains('$', StringComparison.Ordinal) == true))
        {
            FormulaSetter.Shared.Prepare();
        }

        return Begin();
    }

    /// <summary>The formula; null where it is to be shown as TeX.</summary>
    /// <inheritdoc cref="FormulaSetter.Set"/>
    public MathMarkup? Set(string tex, bool isDisplayed)
    {
        if (_setter is null || _spent >= Allowance)
        {
            return null;
        }

        var result = _setter.Set(tex, isDisplayed);
        _spent += result.Cost;
        return result.Math;
    }
}
