namespace Sheaf.Replica.Faults;

/// <summary>Which faults can happen to which answers.</summary>
public static class FaultKinds
{
    /// <summary>Those of answers of any kind.</summary>
    public static IReadOnlyList<FaultKind> OfAnyAnswer { get; } = [.. Enum.GetValues<FaultKind>().Where(kind => kind < FaultKind.Moved)];

    /// <summary>Those of lists that come page by page; any other answer is as always.</summary>
    public static IReadOnlyList<FaultKind> OfLists { get; } = [.. Enum.GetValues<FaultKind>().Where(kind => kind >= FaultKind.Moved)];
}
