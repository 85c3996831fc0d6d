using DotLiquid;
using DotLiquid.Tags;

namespace Sheaf.Drafts.Styles;

/// <summary>Liquid's <c>assign</c>, within the budget of text.</summary>
internal sealed class BoundedAssign : Assign
{
    private string _name = "";

    public override void Initialize(string tagName, string markup, List<string> tokens)
    {
        base.Initialize(tagName, markup, tokens);
        _name = markup.Split('=')[0].Trim();
    }

    public override void Render(Context context, TextWriter result)
    {
        var before = BoundedVariable.LengthOf(context, _name);
        base.Render(context, result);
        TextBudget.Of(context).Spend(BoundedVariable.LengthOf(context, _name) - before);
    }
}

/// <summary>Liquid's <c>capture</c>, within the budget of text.</summary>
internal sealed class BoundedCapture : DotLiquid.Block
{
    private string _name = "";

    public override void Initialize(string tagName, string markup, List<string> tokens)
    {
        _name = markup.Trim().Trim('\'', '"');
        base.Initialize(tagName, markup, tokens);
    }

    public override void Render(Context context, TextWriter result)
    {
        var (budget, length) = (TextBudget.Of(context), 0L);
        using var text = new BoundedWriter(more => budget.Check(length += more));
        base.Render(context, text);
        budget.Spend(length - BoundedVariable.LengthOf(context, _name));
        context.Scopes[^1][_name] = text.ToString();
    }
}

/// <summary>What a variable of a template holds.</summary>
internal static class BoundedVariable
{
    /// <summary>Its characters where it is a text; else none.</summary>
    public static int LengthOf(Context context, string name) => context.Scopes[^1].TryGetValue(name, out var value) && value is string text ? text.Length : 0;
}
