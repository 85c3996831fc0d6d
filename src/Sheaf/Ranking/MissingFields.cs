namespace Sheaf.Ranking;

/// <summary>What is not known of a paper.</summary>
[Flags]
internal enum MissingFields
{
    None = 0,
    Abstract = 1,
    Categories = 2,
}
