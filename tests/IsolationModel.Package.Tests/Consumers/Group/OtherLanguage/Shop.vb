Public Class Shop
    Public ReadOnly Property Name As String = IsolationModel.Technologies.GVisor.Name
End Class
