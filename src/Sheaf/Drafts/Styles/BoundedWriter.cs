using System.Globalization;

namespace Sheaf.Drafts.Styles;

/// <summary>What a template writes, as long as it may.</summary>
/// <param name="spend">Told how many characters come, before they are kept; throws where these are too many.</param>
internal sealed class BoundedWriter(Action<long> spend) : StringWriter(CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        spend(1);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        spend(count);
        base.Write(buffer, index, count);
    }

    public override void Write(string? value)
    {
        spend(value?.Length ?? 0);
        base.Write(value);
    }
}
