using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Settings;

/// <summary>What a sweep brings home.</summary>
internal sealed class SweepSettings
{
    /// <summary>Everything in these is swept. Default none: nothing is.</summary>
    public CategorySelection Categories { get; set; } = CategorySelection.None;

    /// <summary>Default <see cref="SweepInterface.Auto"/>; another where one of arXiv's interfaces is out of order.</summary>
    public SweepInterface Interface { get; set; }
}
