namespace Sheaf.Drafts.Styles;

/// <summary>How much text a template may make in one rendering, in its output and in its variables together: doubling one forty times is soon written.</summary>
internal sealed class TextBudget
{
    /// <summary>Where a rendering keeps it among the registers of its context.</summary>
    public const string Name = "text-budget";

    /// <summary>64 MB, as characters take two bytes.</summary>
    private const long Most = 32 << 20;

    private long _spent;

    public static TextBudget Of(DotLiquid.Context context) => (TextBudget)context.Registers[Name];

    /// <exception cref="TooMuchTextException">That would be too much.</exception>
    public void Spend(long characters)
    {
        Check(characters);
        _spent += characters;
    }

    /// <summary>As <see cref="Spend"/>, for text that may not be kept.</summary>
    public void Check(long characters)
    {
        if (_spent + characters > Most)
        {
            throw new TooMuchTextException($"The template makes more than {Most >> 19} MB of text");
        }
    }
}

/// <summary>A template makes too much text. The message is for the person whose template it is.</summary>
/// <remarks>Of this kind because it ends the rendering: other failures DotLiquid notes down, and goes on.</remarks>
internal sealed class TooMuchTextException(string message) : TimeoutException(message);
