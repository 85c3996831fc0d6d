namespace Sheaf.Lists.Import;

/// <summary>A day as a list prints it. The month is one of 12 and the day one of 31; whether the two go together is for others to judge.</summary>
/// <param name="Day">From 1.</param>
/// <param name="Month">From 1.</param>
/// <param name="Year">Null where the list leaves it to be understood.</param>
/// <param name="Text">As printed: <c>30 Apr</c>.</param>
internal sealed record ClaimedDay(int Day, int Month, int? Year, string Text);
