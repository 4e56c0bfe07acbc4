namespace IsolationModel.Fuzzing;

/// <summary>A property that did not hold for an input.</summary>
/// <param name="Signature">What two finds of the same mistake share.</param>
/// <param name="Message">What went wrong.</param>
internal sealed record Find(string Signature, string Message)
{
    private const string Product = "IsolationModel.";

    /// <summary>Gives an input to a target; null where everything holds.</summary>
    public static Find? Of(IFuzzTarget target, FuzzInput input, CancellationToken cancellationToken)
    {
        try
        {
            target.Check(input, cancellationToken);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OracleException broken)
        {
            return new Find($"{broken.Property}: {broken.Kind}", broken.Message);
        }
        catch (Exception error)
        {
            return new Find($"exception: {error.GetType().Name} {PlaceOf(error)}", error.ToString());
        }
    }

    /// <summary>The innermost method of the product that an exception went through.</summary>
    public static string PlaceOf(Exception? error) => error?.StackTrace?.Split('\n')
        .Select(static line => line.Trim())
        .FirstOrDefault(static line => line.StartsWith("at " + Product, StringComparison.Ordinal) && !line.StartsWith("at IsolationModel.Fuzzing.", StringComparison.Ordinal))?
        .Split('(')[0] ?? "in the oracle";
}
